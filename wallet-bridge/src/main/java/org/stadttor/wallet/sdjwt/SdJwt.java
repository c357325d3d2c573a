// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.sdjwt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stadttor.wallet.credential.CompactJws;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;

/**
 * An SD-JWT in compact serialisation, taken apart: {@code <issuer JWT>~<disclosure>~…~[<key binding JWT>]}. Nothing
 * about it has been verified. {@link #toString()} shows nothing of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901#section-4">RFC 9901, section 4</a>
 */
public final class SdJwt {

    /** The longest presentation that is looked at; a PID with a portrait is about 40,000 characters long. */
    public static final int MAX_LENGTH = 128 * 1024;

    /** The most disclosures; a PID with everything has about 30. */
    public static final int MAX_DISCLOSURES = 128;

    private static final char SEPARATOR = '~';

    private final CompactJws issuerJwt;
    private final List<Disclosure> disclosures;
    private final String withoutKeyBinding;
    private final Optional<CompactJws> keyBinding;

    private SdJwt(
            CompactJws issuerJwt,
            List<Disclosure> disclosures,
            String withoutKeyBinding,
            Optional<CompactJws> keyBinding) {
        this.issuerJwt = issuerJwt;
        this.disclosures = disclosures;
        this.withoutKeyBinding = withoutKeyBinding;
        this.keyBinding = keyBinding;
    }

    /**
     * Takes a presentation apart.
     *
     * @throws CredentialRejectedException {@code TOO_LARGE}, {@code MALFORMED}, {@code DISCLOSURE_MALFORMED} or
     *     {@code KEY_BINDING_MALFORMED}
     */
    public static SdJwt parse(String presentation) {
        if (presentation.length() > MAX_LENGTH) {
            throw new CredentialRejectedException(Reason.TOO_LARGE);
        }
        int end = presentation.indexOf(SEPARATOR);
        if (end < 0) {
            throw new CredentialRejectedException(Reason.MALFORMED);
        }
        CompactJws issuerJwt = CompactJws.parse(presentation.substring(0, end), Reason.MALFORMED);
        List<Disclosure> disclosures = new ArrayList<>();
        int start = end + 1;
        for (end = presentation.indexOf(SEPARATOR, start); end >= 0; end = presentation.indexOf(SEPARATOR, start)) {
            if (disclosures.size() == MAX_DISCLOSURES) {
                throw new CredentialRejectedException(Reason.TOO_LARGE);
            }
            disclosures.add(Disclosure.parse(presentation.substring(start, end)));
            start = end + 1;
        }
        String last = presentation.substring(start);
        return new SdJwt(
                issuerJwt,
                List.copyOf(disclosures),
                presentation.substring(0, start),
                last.isEmpty() ? Optional.empty() : Optional.of(CompactJws.parse(last, Reason.KEY_BINDING_MALFORMED)));
    }

    /** What the issuer signed. */
    public CompactJws issuerJwt() {
        return issuerJwt;
    }

    /** In the order received. */
    public List<Disclosure> disclosures() {
        return disclosures;
    }

    /** The key binding JWT, if the last part is not empty. */
    public Optional<CompactJws> keyBinding() {
        return keyBinding;
    }

    /** SHA-256 of everything up to and including the last separator: what a key binding JWT is bound to. */
    public byte[] presentedHash() {
        return Sha256.of(withoutKeyBinding.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "SdJwt[" + disclosures.size() + " disclosures]";
    }
}
