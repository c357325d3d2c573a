// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.stadttor.staff.StaffAddress;

/** Makes secrets of invitations and the links that carry them. */
public final class InvitationLinks {

    /** How long an invitation can be used. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    /** Where the links lead. */
    public static final String PATH = "/staff/invitation/";

    private static final int SECRET_BYTES = 32;

    private final StaffAddress address;
    private final SecureRandom random;
    private final Clock clock;

    public InvitationLinks(StaffAddress address, SecureRandom random, Clock clock) {
        this.address = address;
        this.random = random;
        this.clock = clock;
    }

    /** A link and the hash by which its secret is known again. */
    record Fresh(InvitationLink link, String secretHash) {}

    /** A new one, usable from now on. */
    Fresh next() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        InvitationLink link =
                new InvitationLink(InvitationId.random(), address.page(PATH + secret), now().plus(LIFETIME));
        return new Fresh(link, hash(secret));
    }

    Instant now() {
        return clock.instant();
    }

    /** What is stored of a secret. */
    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
