// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadttor.sandbox.sdjwt.Disclosure;
import org.stadttor.sandbox.sdjwt.HeldCredential;

/**
 * Writes an SD-JWT with key binding, well or with one thing wrong.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901">RFC 9901, section 4.3</a>
 */
final class PresentationWriter {

    private final Clock clock;

    PresentationWriter(Clock clock) {
        this.clock = clock;
    }

    String write(
            HolderCredential holder, Set<Disclosure> chosen, PresentationRequest request, Misbehaviour misbehaviour) {
        String presented = disclosed(holder.credential(), chosen, misbehaviour);
        return misbehaviour == Misbehaviour.KEY_BINDING_MISSING
                ? presented
                : presented + keyBinding(holder.key(), presented, request, misbehaviour);
    }

    private static String disclosed(HeldCredential credential, Set<Disclosure> chosen, Misbehaviour misbehaviour) {
        List<Disclosure> list = new ArrayList<>(
                credential.disclosures().stream().filter(chosen::contains).toList());
        switch (misbehaviour) {
            case TAMPERED_SIGNATURE -> {
                return withOtherSignature(credential.presentExactly(list));
            }
            case TAMPERED_DISCLOSURE ->
                list.replaceAll(d -> d.name() == null || d.value() instanceof Map ? d : changed(d));
            case EXTRA_DISCLOSURE -> list.add(Disclosure.property("portrait", "data:image/jpeg;base64,"));
            case REPEATED_DISCLOSURE -> list.add(list.getLast());
            case OVER_DISCLOSURE -> {
                return credential.presentExactly(List.copyOf(credential.disclosures()));
            }
            case CLAIMS_WITHHELD -> list.clear();
            default -> {}
        }
        return credential.presentExactly(list);
    }

    private String keyBinding(
            ECKey holderKey, String presented, PresentationRequest request, Misbehaviour misbehaviour) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("iat", clock.instant().plus(shift(misbehaviour)).getEpochSecond());
        payload.put("aud", audience(request.clientId(), misbehaviour));
        payload.put("nonce", misbehaviour == Misbehaviour.WRONG_NONCE ? "bm90LXRoZS1ub25jZQ" : request.nonce());
        payload.put(
                "sd_hash",
                Disclosure.digest(
                        misbehaviour == Misbehaviour.WRONG_DISCLOSURE_DIGEST
                                ? presented.substring(0, presented.length() - 1)
                                : presented));
        if (misbehaviour == Misbehaviour.KEY_BINDING_UNSIGNED) {
            return Base64URL.encode("{\"alg\":\"none\",\"typ\":\"kb+jwt\"}") + "." + new Payload(payload).toBase64URL()
                    + ".";
        }
        String type = misbehaviour == Misbehaviour.KEY_BINDING_WRONG_TYPE ? "JWT" : "kb+jwt";
        ECKey key = misbehaviour == Misbehaviour.WRONG_HOLDER_KEY ? HolderKeys.create() : holderKey;
        return signed(type, payload, key);
    }

    private static String signed(String type, Map<String, Object> payload, ECKey key) {
        try {
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(type))
                            .build(),
                    new Payload(payload));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("key binding cannot be signed", e);
        }
    }

    private static Duration shift(Misbehaviour misbehaviour) {
        return switch (misbehaviour) {
            case KEY_BINDING_OLD -> Duration.ofHours(-1);
            case KEY_BINDING_IN_FUTURE -> Duration.ofHours(1);
            default -> Duration.ZERO;
        };
    }

    private static Object audience(String clientId, Misbehaviour misbehaviour) {
        return switch (misbehaviour) {
            case WRONG_AUDIENCE -> "x509_hash:" + Disclosure.digest("another verifier");
            case AUDIENCE_ARRAY -> List.of(clientId);
            default -> clientId;
        };
    }

    private static Disclosure changed(Disclosure disclosure) {
        String name = disclosure.name();
        return name == null ? disclosure : Disclosure.property(name, "TAMPERED");
    }

    /** Flips a bit in the middle of the signature, where no trailing bits are ignored. */
    private static String withOtherSignature(String presented) {
        int tilde = presented.indexOf('~');
        int middle = tilde - 40;
        char other = presented.charAt(middle) == 'A' ? 'B' : 'A';
        return presented.substring(0, middle) + other + presented.substring(middle + 1);
    }
}
