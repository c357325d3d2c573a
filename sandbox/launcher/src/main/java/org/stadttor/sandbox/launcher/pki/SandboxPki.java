// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.pki;

import java.nio.file.Path;
import java.time.Clock;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.stadttor.sandbox.keys.CertificateAuthority;
import org.stadttor.sandbox.keys.KeyFolder;

/**
 * What Stadttor gets from others in the real world, as PEM files: the access certificate with which it asks wallets, from
 * an authority that the sandbox's wallet knows, and the key of the trust list. Made at the first start.
 */
public final class SandboxPki {
    private static final String ACCESS_CA = "access-ca";
    private static final String ACCESS = "access";
    private static final String REGISTRAR = "registrar";
    private static final String LIST_CA = "trust-list-ca";
    private static final String LIST_SIGNER = "trust-list-signer";

    private final Path folder;

    /** Finds or makes everything in this folder. */
    public SandboxPki(Path folder, Clock clock) {
        this.folder = folder;
        KeyFolder keys = new KeyFolder(folder, clock);
        CertificateAuthority access = keys.authority(ACCESS_CA, name("Stadttor Sandbox Access CA"));
        keys.signer(ACCESS, name("Stadttor Sandbox"), access);
        keys.signer(REGISTRAR, name("Stadttor Sandbox Register"), access);
        CertificateAuthority list = keys.authority(LIST_CA, name("Stadttor Sandbox Trust List CA"));
        keys.signer(LIST_SIGNER, name("Stadttor Sandbox Trust List"), list);
    }

    /** The authority whose access certificates the sandbox's wallet accepts. */
    public Path accessAuthority() {
        return certificate(ACCESS_CA);
    }

    public Path accessCertificate() {
        return certificate(ACCESS);
    }

    public Path accessKey() {
        return key(ACCESS);
    }

    /** What the public register of relying parties is signed with. */
    public Path registrarCertificate() {
        return certificate(REGISTRAR);
    }

    public Path registrarKey() {
        return key(REGISTRAR);
    }

    public Path listSigner() {
        return certificate(LIST_SIGNER);
    }

    public Path listSignerKey() {
        return key(LIST_SIGNER);
    }

    private Path certificate(String name) {
        return folder.resolve(name + ".pem");
    }

    private Path key(String name) {
        return folder.resolve(name + ".key.pem");
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "DE")
                .addRDN(BCStyle.O, "Stadttor Sandbox")
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "NTRDE-HRB000002")
                .addRDN(BCStyle.CN, commonName)
                .build();
    }
}
