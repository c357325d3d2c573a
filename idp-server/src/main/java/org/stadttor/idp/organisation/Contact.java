// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

/** How citizens and Stadttor reach a service; texts as they were typed, empty where nothing was given. */
public record Contact(String email, String phone, String supportUri) {

    public static Contact empty() {
        return new Contact("", "", "");
    }

    public boolean isEmpty() {
        return equals(empty());
    }
}
