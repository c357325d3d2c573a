// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The style sheets, fonts and scripts of the pages. Their addresses contain a hash of all their contents, so browsers may
 * keep them for ever; a new release has new addresses.
 */
public final class Assets {

    static final String FOLDER = "static/ui/";

    /** Everything a page may load, relative to {@code static/ui/}. */
    static final List<String> FILES = List.of(
            "kern/kern.min.css",
            "kern/fonts/FiraSans-Regular.woff2",
            "kern/fonts/FiraSans-SemiBold.woff2",
            "stadttor.css",
            "live.js",
            "passkey.js",
            "favicon.svg");

    private final String version;

    Assets() {
        this.version = HexFormat.of().formatHex(digest()).substring(0, 16);
    }

    /** The path of an asset, for example of {@code stadttor.css}. */
    public String path(String file) {
        if (!FILES.contains(file)) {
            throw new IllegalArgumentException("no such asset");
        }
        return prefix() + file;
    }

    String prefix() {
        return "/ui/" + version + "/";
    }

    private static byte[] digest() {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                all.update(file.getBytes(StandardCharsets.UTF_8));
                all.update(read(file));
            }
            return all.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] read(String file) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing asset " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
