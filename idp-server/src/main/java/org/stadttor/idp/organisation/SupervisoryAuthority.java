// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

/** The data protection supervisory authority; texts as they were typed, empty where nothing was given. */
public record SupervisoryAuthority(String name, String country, String email, String phone, String formUri) {

    public static SupervisoryAuthority empty() {
        return new SupervisoryAuthority("", "", "", "", "");
    }

    public boolean isEmpty() {
        return equals(empty());
    }
}
