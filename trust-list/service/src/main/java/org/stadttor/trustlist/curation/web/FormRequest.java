// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.trustlist.curation.EntityForm;
import org.stadttor.trustlist.curation.Field;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ListPurpose;

/** Makes a form of what a browser sent. What no form of ours can send does not exist. */
final class FormRequest {

    private FormRequest() {}

    static EntityForm form(Map<String, String> parameters) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String value = parameters.get(field.code());
            if (value != null) {
                // Browsers send both characters at the end of a line.
                values.put(field, value.replace("\r\n", "\n"));
            }
        }
        String changed = parameters.getOrDefault("changed", "");
        return new EntityForm(
                purpose(parameters.getOrDefault("purpose", "")),
                changed.isEmpty() ? Optional.empty() : Optional.of(issuerId(changed)),
                values,
                java.util.List.of());
    }

    static EntityForm withFile(EntityForm form, Field field, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return form;
        }
        try {
            return form.withFile(field, file.getBytes());
        } catch (IOException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }

    static ListPurpose purpose(String code) {
        return ListPurpose.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    static IssuerId issuerId(String text) {
        return new IssuerId(uuid(text));
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
