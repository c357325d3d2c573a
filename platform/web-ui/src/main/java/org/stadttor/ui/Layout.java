// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** What {@code templates/ui/layout.html} needs to know of one request; every template has it as {@code ${layout}}. */
public final class Layout {

    /** A link to the same page in another language. */
    public record LanguageLink(String code, String name, String href, boolean current) {}

    private static final String SITE = Layout.class.getName() + ".site";

    private final Site site;
    private final Assets assets;
    private final HttpServletRequest request;

    private Layout(Site site, Assets assets, HttpServletRequest request) {
        this.site = site;
        this.assets = assets;
        this.request = request;
    }

    /** The site this page belongs to. */
    public Site site() {
        return request.getAttribute(SITE) instanceof Site own ? own : site;
    }

    /** Says that this request belongs to another site than the application's; for applications that are several. */
    public static void useSite(HttpServletRequest request, Site site) {
        request.setAttribute(SITE, site);
    }

    /** The path of a file of {@link Assets}. */
    public String asset(String file) {
        return assets.path(file);
    }

    /** This page in every language. */
    public List<LanguageLink> languages(Locale current) {
        return Languages.SUPPORTED.stream()
                .map(locale -> new LanguageLink(
                        locale.getLanguage(),
                        locale.getDisplayLanguage(locale),
                        href(locale),
                        locale.getLanguage().equals(current.getLanguage())))
                .toList();
    }

    private String href(Locale locale) {
        // Only the query: the link stays on this page whatever a proxy has done to the path.
        UriComponentsBuilder query = UriComponentsBuilder.newInstance().query(request.getQueryString());
        return query.replaceQueryParam(Languages.PARAMETER, locale.getLanguage())
                .build()
                .toUriString();
    }

    /** Gives every template its layout. */
    static final class Provider implements HandlerInterceptor {

        private final Site site;
        private final Assets assets;

        Provider(Site site, Assets assets) {
            this.site = site;
            this.assets = assets;
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            request.setAttribute("layout", new Layout(site, assets, request));
            return true;
        }
    }
}
