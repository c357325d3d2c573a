// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.wallet;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadttor.sandbox.pidprovider.CredentialFlaw;
import org.stadttor.sandbox.pidprovider.Person;
import org.stadttor.sandbox.pidprovider.PidProviders;
import org.stadttor.sandbox.sdjwt.HeldCredential;
import org.stadttor.sandbox.wallet.EngagementLink.Method;
import org.stadttor.sandbox.wallet.RequestRefusedException.Reason;

/**
 * An EUDI wallet without a screen: opens engagement links, verifies who asks, answers with real cryptography, and does
 * one thing wrong when told so. Each answer is made with a PID and a key of its own. Safe for use by several threads.
 */
public final class SandboxWallet {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PidProviders providers;
    private final RequestObjectVerifier verifier;
    private final PresentationWriter writer;
    private final WalletHttp http = new WalletHttp();
    private final @Nullable EncryptionMethod method;

    /** A wallet that prefers A256GCM, as HAIP says. */
    public SandboxWallet(PidProviders providers, AccessAuthorities authorities, Clock clock) {
        this(providers, new RequestObjectVerifier(authorities, clock), new PresentationWriter(clock), null);
    }

    private SandboxWallet(
            PidProviders providers,
            RequestObjectVerifier verifier,
            PresentationWriter writer,
            @Nullable EncryptionMethod method) {
        this.providers = providers;
        this.verifier = verifier;
        this.writer = writer;
        this.method = method;
    }

    /** The same wallet, but encrypting with this method. */
    public SandboxWallet encryptingWith(EncryptionMethod other) {
        return new SandboxWallet(providers, verifier, writer, other);
    }

    /**
     * Fetches and verifies the request behind a link.
     *
     * @throws RequestRefusedException if anything about it is wrong
     */
    public PresentationRequest open(EngagementLink link) {
        String walletNonce = link.method() == Method.POST ? randomText() : null;
        return verifier.verify(http.requestObject(link, walletNonce), link, walletNonce);
    }

    /**
     * What this person would give; empty if their PID does not fit.
     *
     * @param declined keys of optional claims the person does not want to give
     */
    public Optional<Offer> offer(PresentationRequest request, Person person, Set<String> declined) {
        HolderCredential holder = credential(person, CredentialFlaw.NONE);
        return CredentialChooser.choose(holder.credential(), request.query(), declined);
    }

    /**
     * Answers a request.
     *
     * @throws RequestRefusedException with {@link Reason#NOTHING_FITS} if the person has no fitting PID
     */
    public VerifierAnswer answer(
            PresentationRequest request, Person person, Set<String> declined, Misbehaviour misbehaviour) {
        Map<String, String> form = ResponseWriter.answer(
                request,
                presentations(request, person, declined, misbehaviour),
                Optional.ofNullable(method),
                misbehaviour);
        VerifierAnswer first = http.post(request.responseUri(), form);
        return misbehaviour == Misbehaviour.ANSWERED_TWICE ? http.post(request.responseUri(), form) : first;
    }

    /** Tells the verifier, encrypted, that the person does not want to. */
    public VerifierAnswer refuse(PresentationRequest request) {
        return http.post(request.responseUri(), ResponseWriter.refusal(request, true));
    }

    /** Tells the verifier in plain text that the person does not want to, as wallets do that cannot encrypt. */
    public VerifierAnswer refusePlainly(PresentationRequest request) {
        return http.post(request.responseUri(), ResponseWriter.refusal(request, false));
    }

    /** Opens a link and answers at once; nothing optional is declined. */
    public VerifierAnswer present(String link, Person person, Misbehaviour misbehaviour) {
        return answer(open(EngagementLink.parse(link)), person, Set.of(), misbehaviour);
    }

    private Map<String, String> presentations(
            PresentationRequest request, Person person, Set<String> declined, Misbehaviour misbehaviour) {
        Offer offer =
                offer(request, person, declined).orElseThrow(() -> new RequestRefusedException(Reason.NOTHING_FITS));
        Map<String, String> presentations = new LinkedHashMap<>();
        for (String queryId : offer.claims().keySet()) {
            HolderCredential holder = credential(person, misbehaviour.flaw());
            Offer own = own(request, holder, person, declined);
            presentations.put(queryId, writer.write(holder, own.disclosures(queryId), request, misbehaviour));
        }
        return presentations;
    }

    /** The offer with the disclosures of this very credential; one of the wrong type is chosen by the right one. */
    private static Offer own(
            PresentationRequest request, HolderCredential holder, Person person, Set<String> declined) {
        HeldCredential credential = holder.credential().asType(person.type().vct());
        return CredentialChooser.choose(credential, request.query(), declined).orElseThrow();
    }

    private HolderCredential credential(Person person, CredentialFlaw flaw) {
        ECKey key = HolderKeys.create();
        return new HolderCredential(HeldCredential.parse(providers.issue(person, key, flaw)), key);
    }

    private static String randomText() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
    }
}
