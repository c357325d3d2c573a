// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Keys and certificates in a folder: made on first use, found again after a restart. Signer certificates that end
 * within thirty days are made anew, so that a sandbox can lie unused for a long time.
 */
public final class KeyFolder {

    private static final Duration RENEW_BEFORE_END = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;

    public KeyFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The root of this name. */
    public CertificateAuthority authority(String name, X500Name subject) {
        SigningIdentity stored = identity(name, () -> {
            CertificateAuthority made = CertificateAuthority.create(subject, clock.instant());
            return new SigningIdentity(made.key(), List.of(made.certificate()));
        });
        return new CertificateAuthority(stored.key(), stored.certificate());
    }

    /** A signer of this name under a root. */
    public SigningIdentity signer(String name, X500Name subject, CertificateAuthority authority) {
        return identity(name, () -> authority.issue(subject, clock.instant()), stored -> issuedBy(authority, stored));
    }

    /** Any stored identity of this name, or a new one. */
    public SigningIdentity identity(String name, Supplier<SigningIdentity> make) {
        return identity(name, make, stored -> true);
    }

    private boolean issuedBy(CertificateAuthority authority, SigningIdentity stored) {
        return Certificates.leadsTo(List.of(authority.certificate()), stored.chain(), clock.instant());
    }

    private SigningIdentity identity(
            String name, Supplier<SigningIdentity> make, Predicate<SigningIdentity> acceptable) {
        Path key = folder.resolve(name + ".key.pem");
        Path certificate = folder.resolve(name + ".pem");
        try {
            if (Files.exists(key) && Files.exists(certificate)) {
                SigningIdentity stored = new SigningIdentity(
                        Pem.key(Files.readString(key)), Pem.certificates(Files.readString(certificate)));
                Instant end = stored.certificate().getNotAfter().toInstant();
                if (end.isAfter(clock.instant().plus(RENEW_BEFORE_END)) && acceptable.test(stored)) {
                    return stored;
                }
            }
            SigningIdentity made = make.get();
            write(key, Pem.ofKey(made.key()));
            write(certificate, Pem.ofCertificates(made.chain()));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("sandbox keys cannot be read or written: " + folder, e);
        }
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "new", ".pem");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
