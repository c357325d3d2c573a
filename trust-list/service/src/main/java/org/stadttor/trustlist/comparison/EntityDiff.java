// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadttor.trustlist.comparison.Difference.Field;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.lote.Contact;

/** What is different between two states of one entity, by meaning: not the text of a document, but what it says. */
public record EntityDiff(List<Difference> differences) {

    public EntityDiff {
        differences = List.copyOf(differences);
    }

    /** From one state to another; the earlier may be nothing, then everything is new. */
    public static EntityDiff of(Optional<IssuerDetails> before, IssuerDetails after) {
        Changes changes = new Changes();
        changes.value(
                Field.PURPOSE,
                text(before, d -> d.purpose().code()),
                after.purpose().code());
        changes.value(Field.NAME, text(before, IssuerDetails::name), after.name());
        changes.value(Field.REGISTRATION_ID, text(before, IssuerDetails::registrationId), after.registrationId());
        changes.value(Field.COUNTRY, text(before, IssuerDetails::country), after.country());
        changes.value(Field.ADDRESS, text(before, d -> address(d.contact())), address(after.contact()));
        changes.values(
                Field.ELECTRONIC_ADDRESS,
                list(before, d -> d.contact().electronicAddresses()),
                after.contact().electronicAddresses());
        changes.values(
                Field.INFORMATION_URI,
                list(before, d -> d.contact().informationUris()),
                after.contact().informationUris());
        changes.certificates(Field.ISSUANCE_CERTIFICATE, list(before, IssuerDetails::issuance), after.issuance());
        changes.certificates(Field.REVOCATION_CERTIFICATE, list(before, IssuerDetails::revocation), after.revocation());
        changes.value(
                Field.STATUS_POLICY,
                text(before, d -> d.statusPolicy().name()),
                after.statusPolicy().name());
        changes.values(Field.CREDENTIAL, list(before, EntityDiff::credentials), credentials(after));
        changes.value(Field.LEGAL_BASIS, text(before, IssuerDetails::legalBasis), after.legalBasis());
        return new EntityDiff(changes.found());
    }

    /** Whether both say the same. */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    private static String text(
            Optional<IssuerDetails> details, java.util.function.Function<IssuerDetails, String> member) {
        return details.map(member).orElse("");
    }

    private static <T> List<T> list(
            Optional<IssuerDetails> details, java.util.function.Function<IssuerDetails, List<T>> member) {
        return details.map(member).orElse(List.of());
    }

    private static List<String> credentials(IssuerDetails details) {
        return details.credentials().stream()
                .map(c -> c.format() + " " + c.type())
                .toList();
    }

    /** An address in one line. */
    public static String address(Contact contact) {
        return Stream.of(contact.street(), contact.postalCode() + " " + contact.locality(), contact.country())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
