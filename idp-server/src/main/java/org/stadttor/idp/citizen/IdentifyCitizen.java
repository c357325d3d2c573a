// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.citizen;

import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.wallet.pid.PersonIdentification;

/**
 * Use case: from a person's attributes to the citizen the relying party knows. Finds or creates the account by the
 * relying party's matching policy ({@code transient} or {@code account}).
 */
public interface IdentifyCitizen {

    /**
     * @throws CitizenNotIdentifiableException if the attributes match more than one account, or do not suffice to match
     */
    Citizen identify(PersonIdentification person, ClientId relyingParty);
}
