// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stored tree. */
public interface OrganisationUnits {

    Optional<OrganisationUnit> find(UnitPath path);

    /** Those of these paths that exist, sorted by path. */
    List<OrganisationUnit> findAll(Collection<UnitPath> paths);

    /** Stores a new unit; false if the path is taken. */
    boolean add(OrganisationUnit unit);

    /** Stores a change of a unit that still has this revision; false if not. */
    boolean change(OrganisationUnit unit, long revision);

    /**
     * Units whose name or path contains the text, sorted by path.
     *
     * @param text empty for all
     * @param after the cursor of the page before, or empty
     */
    Page<OrganisationUnit> search(Scope scope, String text, String after, int limit);
}
