// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.registration.KeyDraft;
import org.stadttor.idp.registration.PastedKeys;
import org.stadttor.idp.relyingparty.InvalidKeyException;

/**
 * The keys of a form: those that are there, each with its end and a box to retire it, and new ones, pasted or uploaded.
 *
 * @param kept keys that were there and stay
 * @param added keys that are new
 * @param typed what to show again; empty if it must not be shown
 */
record KeyForm(List<KeyDraft> kept, List<KeyDraft> added, List<FieldError> errors, String typed) {

    static final String PASTED = "new_keys";
    static final String UPLOADED = "key_file";
    private static final Pattern PRIVATE_MEMBER = Pattern.compile("\"d\"\\s*:");

    static KeyForm read(FormFields form, List<KeyDraft> before, PastedKeys pasting) {
        List<KeyDraft> kept = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!form.ticked("retire." + i)) {
                kept.add(new KeyDraft(before.get(i).jwk(), form.text("expires_at." + i)));
            }
        }
        String pasted = form.text(PASTED);
        String uploaded = form.text(UPLOADED);
        List<KeyDraft> added = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        if (form.ticked(UploadForms.TOO_LARGE)) {
            errors.add(new FieldError(UPLOADED, "upload_too_large"));
        }
        read(PASTED, pasted, pasting, added, errors);
        read(UPLOADED, uploaded, pasting, added, errors);
        String typed = pasted.isEmpty() ? uploaded : pasted;
        return new KeyForm(kept, added, errors, isPrivate(typed) ? "" : typed);
    }

    private static void read(
            String field, String text, PastedKeys pasting, List<KeyDraft> added, List<FieldError> errors) {
        if (text.isEmpty()) {
            return;
        }
        try {
            added.addAll(pasting.read(text));
        } catch (InvalidKeyException e) {
            errors.add(new FieldError(field, e.reason().code()));
        }
    }

    /** A text with a private key is shown to nobody, not even to whoever sent it. */
    private static boolean isPrivate(String text) {
        return text.contains("PRIVATE") || PRIVATE_MEMBER.matcher(text).find();
    }

    /** Those that stay, then those that are new. */
    List<KeyDraft> all() {
        List<KeyDraft> all = new ArrayList<>(kept);
        all.addAll(added);
        return all;
    }
}
