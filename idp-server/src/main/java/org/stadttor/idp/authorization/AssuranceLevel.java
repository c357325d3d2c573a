// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization;

import java.util.Arrays;

/**
 * The level of assurance the operator may claim for a login by PID. Never more than was done: the level is a setting of
 * the installation, not of a request.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/reg_impl/2015/1502/oj">CIR (EU) 2015/1502</a>
 */
public enum AssuranceLevel {
    LOW("low"),
    SUBSTANTIAL("substantial"),
    HIGH("high");

    private final String level;

    AssuranceLevel(String level) {
        this.level = level;
    }

    /** The {@code acr} value. */
    public String acr() {
        return "http://eidas.europa.eu/LoA/" + level;
    }

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException if it is none of {@code low}, {@code substantial}, {@code high}
     */
    public static AssuranceLevel of(String setting) {
        return Arrays.stream(values())
                .filter(value -> value.level.equals(setting))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("stadttor.assurance-level must be low, substantial or high"));
    }
}
