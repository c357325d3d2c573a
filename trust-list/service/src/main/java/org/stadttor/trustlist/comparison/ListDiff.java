// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stadttor.trustlist.comparison.Difference.Field;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.lote.TrustedService;

/** What is different between two issues of one list: who came, who went, who changed. Numbers and times always differ. */
public record ListDiff(List<Entry> entries) {

    /**
     * An entity that is not as it was.
     *
     * @param differences one if it came or went
     */
    public record Entry(String name, String registrationId, List<Difference> differences) {
        public Entry {
            differences = List.copyOf(differences);
        }
    }

    public ListDiff {
        entries = List.copyOf(entries);
    }

    /** From one issue to another. Entities are the same if their registration ids and countries are. */
    public static ListDiff of(ListOfTrustedEntities before, ListOfTrustedEntities after) {
        List<Entry> entries = new ArrayList<>();
        List<TrustedEntity> unmatched = new ArrayList<>(before.entities());
        for (TrustedEntity entity : after.entities()) {
            Optional<TrustedEntity> earlier =
                    unmatched.stream().filter(e -> isSame(e, entity)).findFirst();
            earlier.ifPresent(unmatched::remove);
            List<Difference> differences = earlier.map(e -> differences(e, entity))
                    .orElseGet(() -> List.of(Difference.added(Field.ENTITY, entity.name())));
            if (!differences.isEmpty()) {
                entries.add(new Entry(entity.name(), entity.registrationId(), differences));
            }
        }
        unmatched.forEach(e -> entries.add(
                new Entry(e.name(), e.registrationId(), List.of(Difference.removed(Field.ENTITY, e.name())))));
        return new ListDiff(entries);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    private static boolean isSame(TrustedEntity one, TrustedEntity other) {
        return one.registrationId().equals(other.registrationId())
                && one.country().equals(other.country());
    }

    private static List<Difference> differences(TrustedEntity before, TrustedEntity after) {
        Changes changes = new Changes();
        changes.value(Field.NAME, before.name(), after.name());
        changes.value(Field.ADDRESS, EntityDiff.address(before.contact()), EntityDiff.address(after.contact()));
        changes.values(
                Field.ELECTRONIC_ADDRESS,
                before.contact().electronicAddresses(),
                after.contact().electronicAddresses());
        changes.values(
                Field.INFORMATION_URI,
                before.contact().informationUris(),
                after.contact().informationUris());
        changes.values(Field.SERVICE, services(before), services(after));
        for (TrustedService service : after.services()) {
            before.services().stream()
                    .filter(s -> s.typeUri().equals(service.typeUri()))
                    .findFirst()
                    .ifPresent(s -> service(changes, s, service));
        }
        return changes.found();
    }

    private static void service(Changes changes, TrustedService before, TrustedService after) {
        Field field = isRevocation(after) ? Field.REVOCATION_CERTIFICATE : Field.ISSUANCE_CERTIFICATE;
        changes.certificates(field, before.certificates(), after.certificates());
        changes.value(
                Field.STATUS_POLICY,
                before.statusPolicy().name(),
                after.statusPolicy().name());
    }

    private static boolean isRevocation(TrustedService service) {
        return ServiceType.of(service.typeUri())
                .filter(type -> type.name().endsWith("_REVOCATION"))
                .isPresent();
    }

    private static List<String> services(TrustedEntity entity) {
        return entity.services().stream().map(TrustedService::typeUri).toList();
    }
}
