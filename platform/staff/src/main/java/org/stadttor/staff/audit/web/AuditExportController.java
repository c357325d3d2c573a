// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stadttor.audit.AuditEntry;
import org.stadttor.audit.AuditEvent;
import org.stadttor.audit.AuditLog;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.audit.AuditEntries;
import org.stadttor.staff.audit.AuditFilter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The audit trail as a file of JSON lines, in order. {@code details} is the text as it was hashed, so that the chain can be
 * checked from the file if nothing was filtered out.
 */
@Controller
public final class AuditExportController {

    private static final int PAGE = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final AuditEntries entries;
    private final AuditLog audit;

    public AuditExportController(AuditEntries entries, AuditLog audit) {
        this.entries = entries;
        this.audit = audit;
    }

    @GetMapping("/staff/audit/export")
    void export(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String day,
            HttpServletResponse response)
            throws IOException {
        if (!day.isBlank() && AuditController.day(day).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        audit.append(new AuditEvent("audit.exported", member.id().value(), "audit", Map.of()));
        response.setContentType("application/jsonl");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.jsonl\"");
        AuditFilter filter = new AuditFilter(type, actor, subject, AuditController.day(day));
        OutputStream out = response.getOutputStream();
        long last = 0;
        List<AuditEntry> page = entries.after(last, filter, PAGE);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                out.write(line(entry).getBytes(StandardCharsets.UTF_8));
                last = entry.sequence();
            }
            page = entries.after(last, filter, PAGE);
        }
    }

    private static String line(AuditEntry entry) {
        ObjectNode line = JSON.createObjectNode();
        line.put("sequence", entry.sequence());
        line.put("at", entry.at().toString());
        line.put("type", entry.type());
        line.put("actor", entry.actor());
        line.put("subject", entry.subject());
        line.put("details", entry.details());
        line.put("previousHash", entry.previousHash());
        line.put("hash", entry.hash());
        return JSON.writeValueAsString(line) + "\n";
    }
}
