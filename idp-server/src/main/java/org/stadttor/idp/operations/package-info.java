// SPDX-License-Identifier: EUPL-1.2
/** Configuration, health, support codes, purge jobs. */
@NullMarked
package org.stadttor.idp.operations;

import org.jspecify.annotations.NullMarked;
