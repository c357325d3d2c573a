// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.pidprovider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The synthetic people of the sandbox. None of them exists; each carries something that software gets wrong: umlauts
 * and a sharp s, a birth date that is not known to the day, missing birth places, long names and several nationalities.
 */
public final class People {

    /** The specimen everybody in Germany knows. */
    public static final Person ERIKA = german("erika")
            .name("ERIKA", "MUSTERMANN", "GABLER")
            .born("1964-08-12", "BERLIN")
            .with("title", "DR.")
            .lives("HEIDESTRAẞE 17", "51147", "KÖLN")
            .person();

    /** Umlauts, a capital sharp s, a hyphen and an artistic name. */
    public static final Person JOERG = german("joerg")
            .name("JÖRG ÜMIT", "GROẞMÜLLER-WEIẞ", "")
            .born("1990-02-28", "GÖẞWEINSTEIN")
            .with("also_known_as", "DER TÄUFER")
            .lives("AM SÜDTOR 3 B", "99999", "MUSTERSTADT")
            .person();

    /** Only the year of birth is known, and the source is a residence permit. */
    public static final Person AMINA = german("amina")
            .name("AMINA", "BEISPIEL", "")
            .born("1958-00-00", "KABUL")
            .with("nationalities", List.of("AF"))
            .with("source_document_type", "AF")
            .lives("LINDENALLEE 100", "99999", "MUSTERSTADT")
            .person();

    /** No place of birth and no fixed abode. */
    public static final Person OLAF = german("olaf")
            .name("OLAF", "OHNEORT", "")
            .born("1977-11-09", "")
            .lives("", "", "")
            .person();

    /** A citizen of two other states with a long name in several scripts and an administrative number. */
    public static final Person KONSTANTINA = european("konstantina")
            .name("María-José Konstantína Þórunn", "Papadopoúlou-Østergård de la Señora y Ñandú", "Παπαδοπούλου")
            .born("1988-12-31", "Θεσσαλονίκη")
            .with("nationalities", List.of("GR", "ES"))
            .with("birth_given_name", "Κωνσταντίνα")
            .with("personal_administrative_number", "EX-1988-12-31-0042")
            .lives("Calle de Ejemplo 1 ", "28999", "Villamuestra")
            .person();

    /** Short and plain, as a counterweight. */
    public static final Person BO = european("bo")
            .name("Bo", "Li", "Li")
            .born("2004-02-29", "Exempelstad")
            .with("nationalities", List.of("SE"))
            .with("personal_administrative_number", "EX-2004-02-29-0001")
            .lives("Exempelgatan 2", "99123", "Exempelstad")
            .person();

    private static final List<Person> ALL = List.of(ERIKA, JOERG, AMINA, OLAF, KONSTANTINA, BO);

    private People() {}

    /** Everybody, in the order of the pages. */
    public static List<Person> all() {
        return ALL;
    }

    /** Everybody who has a PID of this type. */
    public static List<Person> of(PidType type) {
        return ALL.stream().filter(person -> person.type() == type).toList();
    }

    /** The person of this name. */
    public static Optional<Person> find(String id) {
        return ALL.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    private static Draft german(String id) {
        return new Draft(id, PidType.DE)
                .with("title", "")
                .with("also_known_as", "")
                .with("nationalities", List.of("DE"))
                .with("source_document_type", "ID")
                .with("issuing_authority", "DE")
                .with("issuing_country", "DE");
    }

    private static Draft european(String id) {
        return new Draft(id, PidType.EU)
                .with("issuing_authority", "Sandbox Example Authority (fictional)")
                .with("issuing_country", "EU")
                .with("attestation_legal_category", "PID");
    }

    private static final class Draft {

        private final String id;
        private final PidType type;
        private final Map<String, Object> claims = new HashMap<>();

        Draft(String id, PidType type) {
            this.id = id;
            this.type = type;
        }

        Draft name(String given, String family, String birthName) {
            return with("given_name", given)
                    .with("family_name", family)
                    .with(type == PidType.DE ? "birth_name" : "birth_family_name", birthName);
        }

        Draft born(String date, String place) {
            Map<String, Object> birthPlace = new HashMap<>(Map.of("locality", place));
            if (type == PidType.DE) {
                birthPlace.put("no_place_info", place.isEmpty());
            } else {
                birthPlace.put("country", "EU");
            }
            return with("birthdate", date).with("place_of_birth", Map.copyOf(birthPlace));
        }

        Draft lives(String street, String code, String town) {
            Map<String, Object> address = new HashMap<>(
                    Map.of("street_address", street, "postal_code", code, "locality", town, "region", ""));
            address.put("country", type == PidType.DE ? (town.isEmpty() ? "" : "DE") : "EU");
            if (type == PidType.EU) {
                address.put("region", "Region Sandbox");
                address.put("formatted", street + "\n" + code + " " + town);
            }
            return with("address", Map.copyOf(address));
        }

        Draft with(String name, Object value) {
            claims.put(name, value);
            return this;
        }

        Person person() {
            return new Person(id, type, claims);
        }
    }
}
