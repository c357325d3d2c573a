// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.stadttor.ui.Layout;
import org.stadttor.ui.Site;

/** The pages of the portal. */
@Controller
public class PortalController {

    private static final Site SITE = Site.of("Stadt Musterstadt", Site.Banner.SANDBOX, "messages/sandbox");
    private static final List<String> PERSONAL = List.of(
            "given_name",
            "family_name",
            "title",
            "birth_family_name",
            "birth_given_name",
            "also_known_as",
            "birthdate",
            "place_of_birth",
            "nationalities",
            "address",
            "personal_administrative_number");

    private final PortalKeys keys;

    PortalController(PortalKeys keys) {
        this.keys = keys;
    }

    @ModelAttribute
    void site(HttpServletRequest request) {
        Layout.useSite(request, SITE);
    }

    @GetMapping("/")
    String root() {
        return "redirect:/portal";
    }

    @GetMapping("/portal")
    String home(
            @RequestParam(name = "logged-out", required = false) @Nullable String loggedOut,
            @AuthenticationPrincipal @Nullable OidcUser user,
            Model model) {
        model.addAttribute("loggedOut", loggedOut != null);
        model.addAttribute("loggedIn", user != null);
        return "sandbox/portal/home";
    }

    @GetMapping("/portal/permit")
    String permit(@AuthenticationPrincipal OidcUser user, Model model) {
        Map<String, Object> all = new LinkedHashMap<>(user.getClaims());
        Map<String, String> personal = new LinkedHashMap<>();
        PERSONAL.forEach(name -> {
            Object value = all.get(name);
            if (value != null) {
                personal.put(name, ClaimText.of(value));
            }
        });
        OidcUserInfo userInfo = user.getUserInfo();
        model.addAttribute("name", ClaimText.of(all.getOrDefault("given_name", "")));
        model.addAttribute("personal", personal);
        model.addAttribute("idToken", texts(user.getIdToken().getClaims()));
        model.addAttribute("userInfo", texts(userInfo == null ? Map.of() : userInfo.getClaims()));
        return "sandbox/portal/permit";
    }

    @GetMapping("/portal/error")
    String error(@RequestParam(defaultValue = "other") String reason, Model model) {
        model.addAttribute("reason", PortalError.of(reason).code());
        return "sandbox/portal/error";
    }

    @GetMapping("/portal/jwks")
    ResponseEntity<String> jwks() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/jwk-set+json"))
                .body(keys.publicKeys().toString());
    }

    private static Map<String, String> texts(Map<String, Object> claims) {
        Map<String, String> texts = new TreeMap<>();
        claims.forEach((name, value) -> texts.put(name, ClaimText.of(value)));
        return texts;
    }
}
