// SPDX-License-Identifier: EUPL-1.2
/**
 * The life cycle of a relying party's registration: draft, submitted, approved, live, suspended, retired; every version
 * is kept.
 */
@NullMarked
package org.stadttor.idp.registration;

import org.jspecify.annotations.NullMarked;
