// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the layout says about the site a page belongs to. Each application supplies one as a bean.
 *
 * @param name shown in the header and in the title of every page
 * @param messageBundles base names of the application's own message bundles, for example {@code messages/idp}; those of
 *     the layout are added
 * @param banner the line above the header
 * @param imprint address of the legal notice
 * @param privacy address of the privacy statement
 * @param accessibility address of the accessibility statement
 */
public record Site(
        String name,
        List<String> messageBundles,
        Banner banner,
        @Nullable URI imprint,
        @Nullable URI privacy,
        @Nullable URI accessibility) {

    /** The line above the header (KERN Kopfzeile). */
    public enum Banner {
        NONE,
        /** Says that this is an official website, with the German flag; for public authorities only. */
        OFFICIAL,
        /** Says that this is a sandbox with invented people. */
        SANDBOX
    }

    public Site {
        Objects.requireNonNull(name);
        messageBundles = List.copyOf(messageBundles);
        Objects.requireNonNull(banner);
    }

    /** A site without legal links. */
    public static Site of(String name, Banner banner, String... messageBundles) {
        return new Site(name, List.of(messageBundles), banner, null, null, null);
    }
}
