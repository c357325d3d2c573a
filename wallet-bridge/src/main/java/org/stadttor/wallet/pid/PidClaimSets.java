// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which leaf claims stand for an attribute. A wallet answers a set of claims only if the credential has every one of
 * them, so each attribute has alternatives: the one that discloses least and still serves comes first, and an optional
 * attribute may be left out in the end. Leaves are written as their path with dots.
 */
final class PidClaimSets {

    private static final Set<String> GERMAN_ONLY = Set.of("birth_name", "title", "also_known_as");

    private PidClaimSets() {}

    /** Sets of leaves, the preferred first, without duplicates; none is empty. */
    static List<Set<String>> of(Set<PidAttribute> asked, Set<PidAttribute> mandatory) {
        // A German set without a German leaf would also fit other PIDs, and ask them for less than they have.
        Stream<Set<String>> german = combinations(asked, mandatory, PidClaimSets::german).stream()
                .filter(set -> !Collections.disjoint(set, GERMAN_ONLY));
        Stream<Set<String>> european = combinations(asked, mandatory, PidClaimSets::european).stream();
        return Stream.concat(german, european)
                .filter(set -> !set.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Set<String>> combinations(
            Set<PidAttribute> asked, Set<PidAttribute> mandatory, Function<PidAttribute, List<List<String>>> shape) {
        List<Set<String>> sets = List.of(Set.of());
        for (PidAttribute attribute : PidAttribute.values()) {
            if (asked.contains(attribute)) {
                List<List<String>> alternatives = new ArrayList<>(shape.apply(attribute));
                if (!mandatory.contains(attribute) && !inEveryPid(attribute)) {
                    alternatives.add(List.of());
                }
                sets = product(sets, alternatives);
            }
        }
        return sets;
    }

    private static List<Set<String>> product(List<Set<String>> sets, List<List<String>> alternatives) {
        List<Set<String>> product = new ArrayList<>();
        for (Set<String> set : sets) {
            for (List<String> alternative : alternatives) {
                Set<String> union = new LinkedHashSet<>(set);
                union.addAll(alternative);
                product.add(union);
            }
        }
        return product;
    }

    static boolean inEveryPid(PidAttribute attribute) {
        return switch (attribute) {
            case FAMILY_NAME, GIVEN_NAME, BIRTHDATE, PLACE_OF_BIRTH, NATIONALITIES -> true;
            case ADDRESS, BIRTH_FAMILY_NAME, BIRTH_GIVEN_NAME, PERSONAL_ADMINISTRATIVE_NUMBER, TITLE, ALSO_KNOWN_AS ->
                false;
        };
    }

    /** PID rulebook 1.7, section 4.1.2. Older PIDs have the house number apart: then the street alone will not do. */
    private static List<List<String>> european(PidAttribute attribute) {
        return switch (attribute) {
            case FAMILY_NAME,
                    GIVEN_NAME,
                    BIRTHDATE,
                    NATIONALITIES,
                    BIRTH_FAMILY_NAME,
                    BIRTH_GIVEN_NAME,
                    PERSONAL_ADMINISTRATIVE_NUMBER -> List.of(List.of(attribute.claim()));
            case PLACE_OF_BIRTH ->
                List.of(
                        List.of("place_of_birth.locality"),
                        List.of("place_of_birth.region"),
                        List.of("place_of_birth.country"));
            case ADDRESS ->
                List.of(
                        address("street_address", "house_number", "postal_code", "locality", "country"),
                        address("street_address", "postal_code", "locality", "country"),
                        address("street_address", "locality", "region", "country"),
                        address("formatted"));
            case TITLE, ALSO_KNOWN_AS -> List.of();
        };
    }

    /** The German PID, which always has all its claims, empty ones too. */
    private static List<List<String>> german(PidAttribute attribute) {
        return switch (attribute) {
            case FAMILY_NAME, GIVEN_NAME, BIRTHDATE, NATIONALITIES, TITLE, ALSO_KNOWN_AS ->
                List.of(List.of(attribute.claim()));
            case PLACE_OF_BIRTH -> List.of(List.of("place_of_birth.locality"));
            case ADDRESS -> List.of(address("street_address", "postal_code", "locality", "country"));
            case BIRTH_FAMILY_NAME -> List.of(List.of("birth_name"));
            case BIRTH_GIVEN_NAME, PERSONAL_ADMINISTRATIVE_NUMBER -> List.of();
        };
    }

    private static List<String> address(String... members) {
        return Stream.of(members).map(member -> "address." + member).toList();
    }
}
