// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffMembers;
import org.stadttor.trustlist.comparison.Difference.Field;
import org.stadttor.trustlist.comparison.EntityDiff;
import org.stadttor.trustlist.issuer.EntityHistory;
import org.stadttor.trustlist.issuer.EntityVersion;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.IssuerRegister;
import org.stadttor.trustlist.issuer.TrustedIssuer;
import org.stadttor.trustlist.issuer.TrustedIssuer.Suspended;
import org.stadttor.trustlist.overview.Listed;
import org.stadttor.trustlist.overview.SearchEntities;

/** One entity: how it is, how it was, and what changed. */
@Controller
public final class EntityController {

    private final IssuerRegister register;
    private final EntityHistory history;
    private final StaffMembers members;
    private final MessageSource messages;
    private final Clock clock;

    /** Certificates of one service. */
    public record Group(String code, List<CertificateView> certificates) {}

    public EntityController(
            IssuerRegister register, EntityHistory history, StaffMembers members, MessageSource messages, Clock clock) {
        this.register = register;
        this.history = history;
        this.members = members;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/admin/entities/{id}")
    String entity(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @AuthenticationPrincipal StaffMember member,
            Locale locale,
            Model model) {
        TrustedIssuer issuer = find(id);
        IssuerDetails details = issuer.details();
        List<EntityVersion> versions = history.versions(issuer.id());
        model.addAttribute("issuer", issuer);
        model.addAttribute("details", details);
        model.addAttribute("state", SearchEntities.state(issuer).code());
        model.addAttribute(
                "returnsAt", issuer instanceof Suspended s ? s.returnsAt().orElse(null) : null);
        model.addAttribute("address", EntityDiff.address(details.contact()));
        model.addAttribute(
                "groups",
                List.of(
                        group(Field.ISSUANCE_CERTIFICATE, details.issuance(), details),
                        group(Field.REVOCATION_CERTIFICATE, details.revocation(), details)));
        model.addAttribute("versions", versions.reversed());
        model.addAttribute("proposals", register.proposals().of(issuer.id()));
        model.addAttribute("mayPropose", member.has("curator"));
        model.addAttribute("maySuspend", member.has("emergency"));
        model.addAttribute("people", new People(members, messages, locale));
        compare(issuer, versions, from, to, model);
        return "trustlist/overview/entity";
    }

    @GetMapping("/admin/entities/{id}/certificates.pem")
    ResponseEntity<byte[]> certificates(@PathVariable UUID id) {
        TrustedIssuer issuer = find(id);
        return Downloads.certificates(issuer.id() + ".pem", issuer.details().certificates());
    }

    private TrustedIssuer find(UUID id) {
        return register.issuers()
                .find(new IssuerId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Group group(Field field, List<X509Certificate> certificates, IssuerDetails details) {
        return new Group(field.code(), CertificateView.of(certificates, Listed.expectation(details), clock.instant()));
    }

    /** Without a choice, the form offers the last change. */
    private void compare(TrustedIssuer issuer, List<EntityVersion> versions, String from, String to, Model model) {
        Map<String, String> choices = new LinkedHashMap<>();
        versions.reversed().forEach(v -> choices.put(Long.toString(v.number()), Long.toString(v.number())));
        Optional<EntityVersion> before = version(issuer, from);
        Optional<EntityVersion> after = version(issuer, to);
        model.addAttribute("choices", choices);
        model.addAttribute(
                "from",
                before.map(EntityVersion::number)
                        .orElse(Math.max(1, issuer.version() - 1))
                        .toString());
        model.addAttribute(
                "to", after.map(EntityVersion::number).orElse(issuer.version()).toString());
        model.addAttribute(
                "differences",
                before.isPresent() && after.isPresent()
                        ? EntityDiff.of(
                                        Optional.of(before.get().details()),
                                        after.get().details())
                                .differences()
                        : null);
    }

    private Optional<EntityVersion> version(TrustedIssuer issuer, String number) {
        OptionalLong parsed = Pages.sequence(number);
        return parsed.isPresent() ? history.version(issuer.id(), parsed.getAsLong()) : Optional.empty();
    }
}
