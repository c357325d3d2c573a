// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.stadttor.idp.authorization.ReadUserInfo;

/**
 * The UserInfo endpoint; the token comes in the header only, once. The response is written as bytes, past Spring's converters,
 * which would log it at their finest level.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
@Controller
public final class UserInfoEndpoint {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) ([A-Za-z0-9._~+/-]{1,4000}=*)");

    private final ReadUserInfo readUserInfo;

    public UserInfoEndpoint(ReadUserInfo readUserInfo) {
        this.readUserInfo = readUserInfo;
    }

    /** Answers with the claims of the access token. */
    @RequestMapping(
            path = "/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    public void userInfo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> headers = List.copyOf(Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)));
        if (headers.isEmpty()) {
            refuse(response, HttpStatus.UNAUTHORIZED, null);
            return;
        }
        if (headers.size() > 1 || request.getParameter("access_token") != null) {
            refuse(response, HttpStatus.BAD_REQUEST, "invalid_request");
            return;
        }
        Matcher matcher = BEARER.matcher(headers.getFirst());
        Optional<byte[]> claims = matcher.matches() ? readUserInfo.read(matcher.group(1)) : Optional.empty();
        if (claims.isEmpty()) {
            refuse(response, HttpStatus.UNAUTHORIZED, "invalid_token");
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(claims.get());
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, @Nullable String error) {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, error == null ? "Bearer" : "Bearer error=\"" + error + "\"");
    }
}
