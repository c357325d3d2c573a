// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

/** Where a change of the set of approved issuers takes effect. */
public interface IssuerChanges {

    /** Called in the transaction of the change: the new list is published with it, or neither is. */
    void takeEffect(ListPurpose purpose);
}
