// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an organisational unit stands in the tree, for example {@code /de/by/muenchen/kvr/}. It begins and ends with a
 * slash, so that a prefix is a subtree.
 */
public record UnitPath(String value) implements Comparable<UnitPath> {

    /** The deepest unit. */
    public static final int MAX_DEPTH = 8;

    private static final Pattern FORM = Pattern.compile("/([a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?/){1," + MAX_DEPTH + "}");

    public UnitPath {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a path of a unit");
        }
    }

    /** The unit above; empty at the top. */
    public Optional<UnitPath> parent() {
        String above = value.substring(0, value.lastIndexOf('/', value.length() - 2) + 1);
        return above.equals("/") ? Optional.empty() : Optional.of(new UnitPath(above));
    }

    /** This unit and those above it, this one first. */
    public List<UnitPath> upwards() {
        List<UnitPath> units = new ArrayList<>();
        for (Optional<UnitPath> unit = Optional.of(this);
                unit.isPresent();
                unit = unit.get().parent()) {
            units.add(unit.get());
        }
        return units;
    }

    /** 1 at the top. */
    public int depth() {
        return (int) value.chars().filter(c -> c == '/').count() - 1;
    }

    @Override
    public int compareTo(UnitPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
