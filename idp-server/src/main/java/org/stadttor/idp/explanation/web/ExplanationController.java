// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.explanation.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.stadttor.wallet.credential.ExplainCredential;
import org.stadttor.wallet.credential.ExplainCredential.Expected;
import org.stadttor.wallet.credential.ExplainStatusToken;
import org.stadttor.wallet.credential.VerificationExplanation;

/** The page on which staff paste a credential, a presentation or a status list token. Nothing pasted is kept. */
@Controller
public final class ExplanationController {

    private static final String PAGE = "explanation/explain";

    private final ExplainCredential credentials;
    private final ExplainStatusToken tokens;

    public ExplanationController(ExplainCredential credentials, ExplainStatusToken tokens) {
        this.credentials = credentials;
        this.tokens = tokens;
    }

    @GetMapping("/admin/explain")
    String empty(Model model) {
        model.addAttribute("form", ExplanationForm.EMPTY);
        model.addAttribute("errors", Map.of());
        return PAGE;
    }

    @PostMapping("/admin/explain")
    String explain(@ModelAttribute("form") ExplanationForm form, Model model) {
        Map<String, String> errors = form.errors();
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        if (errors.isEmpty()) {
            model.addAttribute("explanation", form.isStatus() ? token(form) : credential(form));
        }
        return PAGE;
    }

    private VerificationExplanation credential(ExplanationForm form) {
        return credentials.explain(
                form.content(),
                new Expected(ExplanationForm.given(form.clientId()), ExplanationForm.given(form.nonce()), null));
    }

    private VerificationExplanation token(ExplanationForm form) {
        return tokens.explain(form.content(), ExplanationForm.given(form.uri()), form.entry());
    }
}
