// SPDX-License-Identifier: EUPL-1.2
/** The tree of public bodies: Bund, Länder, municipalities, offices; who may see and change which part of it. */
@NullMarked
package org.stadttor.idp.organisation;

import org.jspecify.annotations.NullMarked;
