// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.automation.web;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.stadttor.trustlist.automation.BlockedProposalException;
import org.stadttor.trustlist.automation.InvalidRequestException;
import org.stadttor.trustlist.automation.TrustJson;
import org.stadttor.trustlist.issuer.IssuerRefusedException;

/**
 * What a program is told that was refused.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
public class ApiErrors {

    @ExceptionHandler(IssuerRefusedException.class)
    ResponseEntity<Map<String, Object>> refused(IssuerRefusedException e) {
        return switch (e.reason()) {
            case UNKNOWN_ISSUER, UNKNOWN_PROPOSAL, UNKNOWN_ALERT ->
                problem(HttpStatus.NOT_FOUND, e.reason().code(), "");
            case CERTIFICATE_NOT_VALID, PURPOSE_CHANGED, NOTHING_CHANGED ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, e.reason().code(), "");
            case WRONG_STATE,
                    SAME_PERSON,
                    NOT_THE_PROPOSER,
                    HASH_MISMATCH,
                    PROPOSAL_LAPSED,
                    GROUND_MOVED,
                    ALREADY_DECIDED,
                    KEY_OF_ANOTHER_ISSUER,
                    LIST_NOT_READABLE -> problem(HttpStatus.CONFLICT, e.reason().code(), "");
            case TOO_MANY_PROPOSALS ->
                problem(HttpStatus.TOO_MANY_REQUESTS, e.reason().code(), "");
        };
    }

    @ExceptionHandler(BlockedProposalException.class)
    ResponseEntity<Map<String, Object>> blocked(BlockedProposalException e) {
        Map<String, Object> problem =
                members(HttpStatus.UNPROCESSABLE_CONTENT, BlockedProposalException.CODE, "/details");
        problem.put("findings", TrustJson.findings(e.examination()));
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, problem);
    }

    @ExceptionHandler(InvalidRequestException.class)
    ResponseEntity<Map<String, Object>> invalid(InvalidRequestException e) {
        HttpStatus status = e.reason() == InvalidRequestException.Reason.TOO_LARGE
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
        return problem(status, e.reason().code(), e.member());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Map<String, Object>> invalid(MethodArgumentTypeMismatchException e) {
        return problem(HttpStatus.BAD_REQUEST, InvalidRequestException.Reason.MEMBER_INVALID.code(), e.getName());
    }

    @ExceptionHandler(NotThereException.class)
    ResponseEntity<Map<String, Object>> notThere(NotThereException e) {
        return problem(HttpStatus.NOT_FOUND, "not_found", "");
    }

    private static ResponseEntity<Map<String, Object>> problem(HttpStatus status, String code, String member) {
        return answer(status, members(status, code, member));
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, Object> members(HttpStatus status, String code, String member) {
        Map<String, Object> problem = new TreeMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("code", code);
        if (!member.isEmpty()) {
            problem.put("member", member);
        }
        return problem;
    }
}
