// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.stadttor.staff.StaffMember;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.TrustedIssuer;

/** One request about one entity. */
record EntityTurn(
        TrustedIssuer issuer,
        StaffMember member,
        HttpServletRequest request,
        HttpServletResponse response,
        Model model) {

    StaffId who() {
        return new StaffId(member.id().value());
    }

    Locale locale() {
        return RequestContextUtils.getLocale(request);
    }

    /** What is confirmed: this act on the entity as it is now. */
    String act(String verb) {
        return verb + ":" + issuer.id() + ":" + issuer.version();
    }

    EntityTurn on(TrustedIssuer now) {
        return new EntityTurn(now, member, request, response, model);
    }
}
