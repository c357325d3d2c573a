// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.stadttor.sandbox.keys.KeyFolder;
import org.stadttor.sandbox.keys.SigningIdentity;
import org.stadttor.sandbox.statuslist.StatusValue;

/** A provider of synthetic PIDs with keys, certificates and a status list of its own. */
public final class PidProvider {

    /** How long a fetched status list counts as fresh. */
    static final Duration STATUS_LIST_TTL = Duration.ofSeconds(60);

    private final PidProviderProfile profile;
    private final ProviderKeys keys;
    private final StatusRegister register;
    private final PidWriter writer;
    private final Supplier<URI> address;
    private final Clock clock;

    /**
     * A provider that keeps its keys in a folder.
     *
     * @param address where its status lists are reached, without a slash at the end
     */
    public PidProvider(PidProviderProfile profile, Path folder, Supplier<URI> address, Clock clock) {
        this.profile = profile;
        this.keys = ProviderKeys.in(new KeyFolder(folder, clock), profile);
        this.register = new StatusRegister(
                folder.resolve("status-changes.properties"), profile.id(), People.of(profile.type()));
        this.address = address;
        this.clock = clock;
        this.writer = new PidWriter(keys, register, address, clock);
    }

    /** Who it is. */
    public PidProviderProfile profile() {
        return profile;
    }

    /** The root under which PIDs are signed: the certificate of the issuance service in a trust list. */
    public X509Certificate authority() {
        return keys.authority().certificate();
    }

    /** The root under which status lists are signed: the certificate of the revocation service in a trust list. */
    public X509Certificate statusAuthority() {
        return keys.statusAuthority().certificate();
    }

    /** The certificate that PIDs carry. */
    public X509Certificate signer() {
        return keys.signer().certificate();
    }

    /**
     * A PID with all its disclosures, without key binding.
     *
     * @param holderKey the public key it is bound to
     */
    public String issue(Person person, ECKey holderKey, CredentialFlaw flaw) {
        if (person.type() != profile.type()) {
            throw new IllegalArgumentException("not a person of this provider");
        }
        return writer.write(person, holderKey, flaw);
    }

    /** The status of all PIDs of a person. */
    public StatusValue status(Person person) {
        return register.of(person);
    }

    /** Revokes, suspends or reinstates all PIDs of a person. Verifiers see it when they fetch the list again. */
    public void changeStatus(Person person, StatusValue status) {
        register.change(person, status);
    }

    /** A fresh status list token; empty for the list that is unavailable. */
    public Optional<String> statusList(StatusListName name) {
        Instant now = clock.instant();
        return switch (name) {
            case CURRENT -> Optional.of(token(name, keys.statusSigner(), now));
            case UNAVAILABLE -> Optional.empty();
            case UNTRUSTED -> Optional.of(token(name, keys.stranger(now), now));
            case EXPIRED -> Optional.of(token(name, keys.statusSigner(), now.minus(Duration.ofDays(3))));
            case OTHER_SUBJECT -> Optional.of(token(StatusListName.CURRENT, keys.statusSigner(), now));
        };
    }

    @Override
    public String toString() {
        return "PidProvider[" + profile.id() + "]";
    }

    /** A status list token (Token Status List, section 5.1). */
    private String token(StatusListName subject, SigningIdentity signer, Instant issued) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("sub", PidWriter.listAddress(address.get(), subject));
        payload.put("iat", issued.getEpochSecond());
        payload.put("exp", issued.plus(Duration.ofDays(1)).getEpochSecond());
        payload.put("ttl", STATUS_LIST_TTL.toSeconds());
        payload.put("status_list", register.list().claim());
        return signer.sign("statuslist+jwt", payload);
    }

    /** The people it knows. */
    public List<Person> people() {
        return People.of(profile.type());
    }
}
