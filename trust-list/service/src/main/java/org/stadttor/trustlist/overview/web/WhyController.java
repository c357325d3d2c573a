// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.trustlist.certificate.CertificateExpectation;
import org.stadttor.trustlist.certificate.CertificateInput;
import org.stadttor.trustlist.certificate.CertificateInputException;
import org.stadttor.trustlist.evaluation.TrustDecision;
import org.stadttor.trustlist.overview.AskWhy;
import org.stadttor.trustlist.overview.QuestionRefusedException;
import org.stadttor.trustlist.overview.TrustAnswer;
import org.stadttor.trustlist.overview.TrustQuestion;
import org.stadttor.trustlist.overview.TrustQuestion.When;

/** Why is it trusted, why not? What is pasted goes into the answer and nowhere else. */
@Controller
public final class WhyController {

    private static final String PAGE = "trustlist/overview/why";

    private final AskWhy askWhy;
    private final MessageSource messages;
    private final Clock clock;

    public WhyController(AskWhy askWhy, MessageSource messages, Clock clock) {
        this.askWhy = askWhy;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/admin/why")
    String form(Locale locale, Model model) {
        return page(WhyForm.EMPTY, locale, model);
    }

    @PostMapping("/admin/why")
    String ask(
            @RequestParam(defaultValue = "") String chain,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String when,
            @RequestParam(defaultValue = "") String sequence,
            @RequestParam(defaultValue = "") String moment,
            Locale locale,
            Model model) {
        WhyForm form = new WhyForm(chain, purpose, service, when, sequence, moment);
        Optional<List<X509Certificate>> certificates = certificates(form, locale, model);
        Optional<When> chosen = form.chosenWhen();
        if (chosen.isEmpty()) {
            String field = when.equals("issue") ? "sequence" : "moment";
            error(field + "Error", "overview.why.refused." + field + "_invalid", locale, model);
        }
        if (certificates.isPresent() && chosen.isPresent()) {
            answer(
                    new TrustQuestion(form.chosenPurpose(), form.statusInformation(), certificates.get(), chosen.get()),
                    locale,
                    model);
        }
        return page(form, locale, model);
    }

    private Optional<List<X509Certificate>> certificates(WhyForm form, Locale locale, Model model) {
        try {
            return Optional.of(CertificateInput.parse(form.chain()).certificates());
        } catch (CertificateInputException e) {
            error("chainError", "overview.input." + e.reason().code(), locale, model);
            return Optional.empty();
        }
    }

    private void answer(TrustQuestion question, Locale locale, Model model) {
        try {
            TrustAnswer answer = askWhy.ask(question);
            model.addAttribute("answer", answer);
            switch (answer.explanation().decision()) {
                case TrustDecision.Trusted trusted -> {
                    model.addAttribute("trusted", true);
                    model.addAttribute("entity", trusted.entity().name());
                    model.addAttribute("service", trusted.service().name());
                }
                case TrustDecision.Untrusted untrusted -> {
                    model.addAttribute("trusted", false);
                    model.addAttribute("reason", untrusted.reason().code());
                }
            }
            model.addAttribute("steps", WhyStep.of(answer.explanation()));
            model.addAttribute(
                    "certificates", CertificateView.of(question.chain(), CertificateExpectation.NONE, clock.instant()));
        } catch (QuestionRefusedException e) {
            String field = switch (e.reason()) {
                case CHAIN_TOO_LONG -> "chain";
                case NO_SUCH_ISSUE -> "sequence";
                case NO_ISSUE_THEN, MOMENT_AHEAD -> "moment";
            };
            error(field + "Error", "overview.why.refused." + e.reason().code(), locale, model);
        }
    }

    private String page(WhyForm form, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("purposes", new Choices(messages, locale).purposes());
        for (String name : List.of("answer", "chainError", "sequenceError", "momentError")) {
            if (!model.containsAttribute(name)) {
                model.addAttribute(name, null);
            }
        }
        return PAGE;
    }

    private void error(String name, String key, Locale locale, Model model) {
        model.addAttribute(name, messages.getMessage(key, null, locale));
    }
}
