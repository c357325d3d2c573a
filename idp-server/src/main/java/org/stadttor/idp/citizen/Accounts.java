// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.citizen;

import java.util.List;
import java.util.UUID;

/** The accounts and what they are called in each sector. */
public interface Accounts {

    /** Every account that one of these keys names: by names and birth, or by number. */
    List<Account> find(PersonKeys keys);

    /** Creates an account; false if one of the keys is taken, for example by another node at the same moment. */
    boolean create(Account account);

    /** Adds the number to an account that has none; false if it has one or the number is taken. */
    boolean addNumber(UUID account, byte[] numberKey);

    /**
     * The subject of an account in a sector; the first call decides.
     *
     * @param proposal used if there is none yet
     */
    String subject(String sector, UUID account, String proposal);
}
