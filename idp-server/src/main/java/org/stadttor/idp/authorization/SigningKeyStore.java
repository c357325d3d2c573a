// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.List;

/** The signing keys all nodes share; private keys are sealed. */
public interface SigningKeyStore {

    /** All keys, oldest first. */
    List<SigningKey> all();

    /** Adds a key; false if another node has already added one of this generation. */
    boolean add(SigningKey key);

    /** Deletes the keys older than this generation. */
    int deleteBefore(int generation);
}
