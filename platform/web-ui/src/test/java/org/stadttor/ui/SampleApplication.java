// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The smallest application with pages. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(UiConfiguration.class)
class SampleApplication {

    @Bean
    Site site() {
        return new Site(
                "Beispiel",
                List.of("messages/sample"),
                Site.Banner.SANDBOX,
                URI.create("https://stadt.example/impressum"),
                URI.create("https://stadt.example/datenschutz"),
                URI.create("https://stadt.example/barrierefreiheit"));
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.headers(SecurityHeaders.pages())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/raw"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Controller
    static class Pages {

        @GetMapping("/plain")
        String plain() {
            return "sample/plain";
        }

        @GetMapping("/components")
        String components() {
            return "sample/components";
        }

        @GetMapping("/live")
        String live(HttpServletRequest request) {
            PagePolicy.useScript(request);
            PagePolicy.allowFormTarget(request, URI.create("https://portal.example:8443/callback?x=1"));
            PagePolicy.allowFormTarget(request, URI.create("com.example.app:/callback"));
            return "sample/live";
        }

        @GetMapping("/preferred")
        String preferred(HttpServletRequest request) {
            Languages.prefer(request, List.of(Locale.FRENCH, Locale.ENGLISH));
            return "sample/plain";
        }

        @PostMapping("/raw")
        ResponseEntity<byte[]> raw(HttpServletRequest request) throws IOException {
            return ResponseEntity.ok(request.getInputStream().readAllBytes());
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }
    }
}
