// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.sample.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.idp.sample.Sample;
import org.stadttor.idp.sample.WriteSample;
import org.stadttor.idp.trial.web.OwnServices;
import org.stadttor.staff.StaffMember;

/** Code samples of a service: a list, each on a page of its own and as a file. */
@Controller
public final class SampleController {

    private static final String PATH = "/agency/services/{clientId}/samples";

    private final WriteSample write;
    private final OwnServices services;

    public SampleController(WriteSample write, OwnServices services) {
        this.write = write;
        this.services = services;
    }

    @GetMapping(PATH)
    String list(@PathVariable String clientId, @AuthenticationPrincipal StaffMember member, Model model) {
        model.addAttribute("service", services.live(member, clientId));
        model.addAttribute("samples", Sample.values());
        return "sample/list";
    }

    @GetMapping(PATH + "/{id}")
    String one(
            @PathVariable String clientId,
            @PathVariable String id,
            @AuthenticationPrincipal StaffMember member,
            Model model) {
        RelyingParty service = services.live(member, clientId);
        Sample sample = sample(id);
        model.addAttribute("service", service);
        model.addAttribute("sample", sample);
        model.addAttribute("code", write.write(sample, service));
        return "sample/one";
    }

    @GetMapping(PATH + "/{id}/file")
    ResponseEntity<byte[]> file(
            @PathVariable String clientId, @PathVariable String id, @AuthenticationPrincipal StaffMember member) {
        Sample sample = sample(id);
        String text = write.write(sample, services.live(member, clientId));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sample.file())
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sample sample(String id) {
        return Sample.of(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
