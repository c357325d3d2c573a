// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

/** Which addresses a name may resolve to. Link-local, multicast, documentation and translated ranges are never allowed. */
public enum AddressRule {
    /** Globally reachable addresses only. For every address that comes from outside. */
    PUBLIC,
    /** Also the own machine, over plain http too. For the sandbox. */
    PUBLIC_OR_LOOPBACK,
    /** Also private ranges and any port: for an address that an operator has configured and nobody else can influence. */
    CONFIGURED_BY_OPERATOR;

    boolean permits(AddressKind kind) {
        return switch (kind) {
            case PUBLIC -> true;
            case LOOPBACK -> this != PUBLIC;
            case PRIVATE -> this == CONFIGURED_BY_OPERATOR;
            case FORBIDDEN -> false;
        };
    }
}
