// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a unit is. */
public enum UnitKind {
    BUND,
    LAND,
    MUNICIPALITY,
    OFFICE;

    /** The stable snake_case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UnitKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Whether such a unit may stand below that one; null is the top of the tree. */
    public boolean fitsBelow(@Nullable UnitKind above) {
        return switch (this) {
            case BUND -> above == null;
            case LAND -> above == BUND;
            case MUNICIPALITY -> above == LAND || above == MUNICIPALITY;
            case OFFICE -> above != null;
        };
    }
}
