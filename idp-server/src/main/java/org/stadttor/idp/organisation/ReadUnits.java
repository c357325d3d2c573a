// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

/** What can be read of the tree, each person within their part. */
public final class ReadUnits {

    /** The longest page. */
    public static final int LIMIT = 100;

    private final OrganisationUnits units;

    public ReadUnits(OrganisationUnits units) {
        this.units = units;
    }

    /**
     * One unit.
     *
     * @throws UnitRefusedException if there is none in this scope
     */
    public OrganisationUnit find(Scope scope, UnitPath path) {
        return units.find(path)
                .filter(unit -> scope.includes(unit.path()))
                .orElseThrow(() -> new UnitRefusedException(UnitRefusedException.Reason.NOT_FOUND));
    }

    /** The details that count for a unit: its own, and from the nearest unit above what it has not. */
    public UnitDetails effectiveDetails(UnitPath path) {
        return units.findAll(path.upwards()).reversed().stream()
                .map(OrganisationUnit::details)
                .reduce(UnitDetails.empty(), UnitDetails::orElse);
    }

    /**
     * Units whose name or path contains the text, sorted by path.
     *
     * @param text empty for all
     * @param after the cursor of the page before, or empty
     */
    public Page<OrganisationUnit> search(Scope scope, String text, String after, int limit) {
        return units.search(scope, text, after, Math.clamp(limit, 1, LIMIT));
    }
}
