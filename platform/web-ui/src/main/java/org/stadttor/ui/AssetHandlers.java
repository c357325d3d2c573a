// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves {@link Assets}: for ever under the own version, and uncached under the version of another release. */
final class AssetHandlers {

    private static final String LOCATION = "classpath:/" + Assets.FOLDER;
    private static final Duration ONE_YEAR = Duration.ofDays(365);

    private final Assets assets;

    AssetHandlers(Assets assets) {
        this.assets = assets;
    }

    void register(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(assets.prefix() + "**")
                .addResourceLocations(LOCATION)
                .setCacheControl(CacheControl.maxAge(ONE_YEAR).cachePublic().immutable());
        // While releases roll out, a page of one node may be completed by another: styled, but not remembered.
        registry.addResourceHandler("/ui/*/**")
                .addResourceLocations(LOCATION)
                .setCacheControl(CacheControl.noStore())
                .resourceChain(false)
                .addResolver(new OtherVersion());
    }

    private static final class OtherVersion extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            return super.getResource(path.substring(path.indexOf('/') + 1), location);
        }
    }
}
