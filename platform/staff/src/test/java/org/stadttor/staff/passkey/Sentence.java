// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import java.util.Locale;
import java.util.ResourceBundle;

/** What people read for a reason, in the language of a browser that names none. */
public final class Sentence {

    private Sentence() {}

    public static String of(String key) {
        return ResourceBundle.getBundle("messages/staff-passkey", Locale.ROOT).getString(key);
    }
}
