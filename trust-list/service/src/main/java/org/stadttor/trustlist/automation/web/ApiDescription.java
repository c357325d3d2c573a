// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this interface (OpenAPI 3.1). */
@RestController
public class ApiDescription {

    private final String document;

    public ApiDescription() {
        try (InputStream resource = Objects.requireNonNull(
                ApiDescription.class.getResourceAsStream("/openapi/trust-list.json"), "openapi/trust-list.json")) {
            document = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/api/v1/openapi.json")
    public ResponseEntity<String> openapi() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }
}
