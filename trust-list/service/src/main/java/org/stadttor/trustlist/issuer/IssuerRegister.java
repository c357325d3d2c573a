// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

/** Everything that is stored about trust: entities, proposals, alerts. */
public record IssuerRegister(TrustedIssuers issuers, Proposals proposals, Alerts alerts) {}
