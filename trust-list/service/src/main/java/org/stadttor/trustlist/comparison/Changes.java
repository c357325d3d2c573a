// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.comparison;

import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stadttor.trustlist.certificate.CertificateDetails;
import org.stadttor.trustlist.comparison.Difference.Field;
import org.stadttor.trustlist.comparison.Difference.Kind;

/** Collects differences, field by field. */
final class Changes {

    private final List<Difference> found = new ArrayList<>();

    List<Difference> found() {
        return List.copyOf(found);
    }

    void value(Field field, String before, String after) {
        if (!before.equals(after)) {
            Kind kind = before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
            found.add(new Difference(field, kind, before, after));
        }
    }

    /** Order does not matter. */
    void values(Field field, List<String> before, List<String> after) {
        before.stream().filter(v -> !after.contains(v)).forEach(v -> found.add(Difference.removed(field, v)));
        after.stream().filter(v -> !before.contains(v)).forEach(v -> found.add(Difference.added(field, v)));
    }

    /** A new certificate of a key that was listed before is a renewal: nobody new is trusted. */
    void certificates(Field field, List<X509Certificate> before, List<X509Certificate> after) {
        List<X509Certificate> gone =
                new ArrayList<>(before.stream().filter(c -> !after.contains(c)).toList());
        for (X509Certificate added :
                after.stream().filter(c -> !before.contains(c)).toList()) {
            Optional<X509Certificate> replaced = gone.stream()
                    .filter(c -> c.getPublicKey().equals(added.getPublicKey()))
                    .findFirst();
            replaced.ifPresent(gone::remove);
            found.add(replaced.map(old -> new Difference(field, Kind.RENEWED, text(old), text(added)))
                    .orElseGet(() -> Difference.added(field, text(added))));
        }
        gone.forEach(c -> found.add(Difference.removed(field, text(c))));
    }

    /** Subject, last day and fingerprint: enough to recognise it, and to compare it by telephone. */
    static String text(X509Certificate certificate) {
        CertificateDetails details = CertificateDetails.of(certificate, List.of());
        return details.subject() + " · "
                + details.notAfter().atOffset(ZoneOffset.UTC).toLocalDate() + " · SHA-256 " + details.sha256();
    }
}
