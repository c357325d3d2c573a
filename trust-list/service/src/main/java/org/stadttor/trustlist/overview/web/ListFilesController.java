// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.overview.PublishedList;
import org.stadttor.trustlist.publication.Publication;
import org.stadttor.trustlist.publication.Publications;

/** Issues of lists as files. */
@Controller
public final class ListFilesController {

    private static final MediaType JOSE = new MediaType("application", "jose");
    private static final String ISSUE = "/admin/lists/{name}/{sequence:[1-9][0-9]{0,17}}";

    private final Publications publications;

    public ListFilesController(Publications publications) {
        this.publications = publications;
    }

    /** Just as it was published. */
    @GetMapping(ISSUE + "/list.jws")
    ResponseEntity<byte[]> signed(@PathVariable String name, @PathVariable long sequence) {
        Publication issue = find(name, sequence);
        return Downloads.file(file(issue) + ".jws", JOSE, issue.jws().getBytes(StandardCharsets.US_ASCII));
    }

    /** What was signed. */
    @GetMapping(ISSUE + "/list.json")
    ResponseEntity<byte[]> json(@PathVariable String name, @PathVariable long sequence) {
        Publication issue = find(name, sequence);
        return Downloads.file(file(issue) + ".json", MediaType.APPLICATION_JSON, PublishedList.json(issue));
    }

    /** Every certificate on it. */
    @GetMapping(ISSUE + "/certificates.pem")
    ResponseEntity<byte[]> certificates(@PathVariable String name, @PathVariable long sequence) {
        Publication issue = find(name, sequence);
        return Downloads.certificates(
                file(issue) + ".pem",
                PublishedList.of(issue).entities().stream()
                        .flatMap(entity -> entity.services().stream())
                        .flatMap(service -> service.certificates().stream())
                        .toList());
    }

    private Publication find(String name, long sequence) {
        return ListPurpose.ofList(name)
                .flatMap(purpose -> publications.find(purpose, sequence))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String file(Publication issue) {
        return issue.purpose().listName() + "-" + issue.sequence();
    }
}
