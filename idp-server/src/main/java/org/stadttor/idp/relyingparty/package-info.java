// SPDX-License-Identifier: EUPL-1.2
/** Relying parties: what they are registered for, their keys, their redirect URIs. */
@NullMarked
package org.stadttor.idp.relyingparty;

import org.jspecify.annotations.NullMarked;
