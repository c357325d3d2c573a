// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.stadttor.staff.ConfirmationRefusedException;
import org.stadttor.trustlist.curation.FieldProblem;
import org.stadttor.trustlist.curation.ReasonText;
import org.stadttor.trustlist.issuer.IssuerRefusedException;

/**
 * One button with a reason. Whatever stands in its way becomes a sentence on the page, with the reason still in its field;
 * then the page is shown again and nothing was done.
 *
 * @param name of the button, for example {@code approve}
 */
record Act(String name, String reason) {

    /** Whether it was done; otherwise {@code act} in the model and the status say why not. */
    boolean done(Runnable work, Model model, HttpServletResponse response) {
        Optional<FieldProblem> problem = ReasonText.problem(reason);
        if (problem.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "failed",
                    new Failed(
                            name,
                            reason,
                            problem.get().messageKey(),
                            problem.get().detail(),
                            ""));
            return false;
        }
        try {
            work.run();
            return true;
        } catch (IssuerRefusedException e) {
            return refused("refusal." + e.reason().code(), model, response);
        } catch (ConfirmationRefusedException e) {
            return refused("refusal." + e.reason().code(), model, response);
        }
    }

    private boolean refused(String key, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("failed", new Failed(name, reason, "", "", key));
        return false;
    }

    /**
     * What stood in the way; in the model as {@code failed}.
     *
     * @param act name of the button
     * @param typed the reason that was given
     * @param problem message key of what is wrong with the reason, or empty
     * @param detail of the problem
     * @param refusal message key of the sentence for the page, or empty
     */
    public record Failed(String act, String typed, String problem, String detail, String refusal) {}
}
